# BERT (Devlin et al., 2019).

def enter(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, rate: float) -> List[Tensor]:
  h = self.words(W, "embeddings.word_embeddings", ids)
  h = h + self.words(W, "embeddings.token_type_embeddings", types)
  h = h + self.words(W, "embeddings.position_embeddings", self.places(ids))
  h = self.drop(self.norm(W, C, "embeddings.LayerNorm", h), rate)
  return [h, self.seen(mask)]

def layer(self, W: Dict[str, Tensor], C: Dict[str, Tensor], i: int, h: Tensor, entered: List[Tensor], rate: float) -> Tensor:
  return self.bert_layer(W, C, i, h, entered[1], rate)

def leave(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor) -> Tensor:
  return h

def text_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  e = torch.tanh(self.dense(W, "pooler.dense", self.first(h)))
  return self.dense(W, "classifier", self.drop(e, rate))

def token_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, rate: float) -> Tensor:
  return self.linear_tags(W, h, rate)
