# ALBERT (Lan et al., 2020): every layer has the same weights.

def enter(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, rate: float) -> List[Tensor]:
  h = self.words(W, "embeddings.word_embeddings", ids)
  h = h + self.words(W, "embeddings.token_type_embeddings", types)
  h = h + self.words(W, "embeddings.position_embeddings", self.places(ids))
  h = self.drop(self.norm(W, C, "embeddings.LayerNorm", h), rate)
  return [self.dense(W, "encoder.embedding_hidden_mapping_in", h), self.seen(mask)]

# What the feed-forward part gives is not dropped.
def layer(self, W: Dict[str, Tensor], C: Dict[str, Tensor], i: int, h: Tensor, entered: List[Tensor], rate: float) -> Tensor:
  layer = "encoder.albert_layer_groups.0.albert_layers.0."
  part = layer + "attention."
  a = self.attend(W, C, part + "query", part + "key", part + "value", h, entered[1], rate)
  h = self.add(W, C, part + "dense", part + "LayerNorm", a, h, rate)
  f = self.activate(C, self.dense(W, layer + "ffn", h))
  return self.add(W, C, layer + "ffn_output", layer + "full_layer_layer_norm", f, h, 0.)

def leave(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor) -> Tensor:
  return h

def text_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  e = torch.tanh(self.dense(W, "pooler", self.first(h)))
  return self.dense(W, "classifier", self.drop(e, rate))

def token_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, rate: float) -> Tensor:
  return self.linear_tags(W, h, rate)
