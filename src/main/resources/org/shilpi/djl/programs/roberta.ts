# RoBERTa (Liu et al., 2019) and XLM-RoBERTa (Conneau et al., 2020).

def enter(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, rate: float) -> List[Tensor]:
  h = self.words(W, "embeddings.word_embeddings", ids)
  h = h + self.words(W, "embeddings.token_type_embeddings", types)
  h = h + self.words(W, "embeddings.position_embeddings", self.places_behind_padding(C, ids))
  h = self.drop(self.norm(W, C, "embeddings.LayerNorm", h), rate)
  return [h, self.seen(mask)]

def layer(self, W: Dict[str, Tensor], C: Dict[str, Tensor], i: int, h: Tensor, entered: List[Tensor], rate: float) -> Tensor:
  return self.bert_layer(W, C, i, h, entered[1], rate)

def leave(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor) -> Tensor:
  return h

def text_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  return self.dense_head(W, h, 4, rate)

def token_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, rate: float) -> Tensor:
  return self.linear_tags(W, h, rate)
