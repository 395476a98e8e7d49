# DistilBERT (Sanh et al., 2019).

def enter(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, rate: float) -> List[Tensor]:
  h = self.words(W, "embeddings.word_embeddings", ids)
  h = h + self.words(W, "embeddings.position_embeddings", self.places(ids))
  h = self.drop(self.norm(W, C, "embeddings.LayerNorm", h), rate)
  return [h, self.seen(mask)]

# What attention gives is not dropped.
def layer(self, W: Dict[str, Tensor], C: Dict[str, Tensor], i: int, h: Tensor, entered: List[Tensor], rate: float) -> Tensor:
  layer = "transformer.layer." + str(i) + "."
  part = layer + "attention."
  a = self.attend(W, C, part + "q_lin", part + "k_lin", part + "v_lin", h, entered[1], rate)
  h = self.add(W, C, part + "out_lin", layer + "sa_layer_norm", a, h, 0.)
  f = self.activate(C, self.dense(W, layer + "ffn.lin1", h))
  return self.add(W, C, layer + "ffn.lin2", layer + "output_layer_norm", f, h, rate)

def leave(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor) -> Tensor:
  return h

def text_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  e = torch.relu(self.dense(W, "pre_classifier", self.first(h)))
  return self.dense(W, "classifier", self.drop(e, rate))

def token_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, rate: float) -> Tensor:
  return self.linear_tags(W, h, rate)
