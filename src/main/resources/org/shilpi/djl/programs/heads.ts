# What stands on an encoder: vectors of texts and label scores. Needs a family's
# encode(W, C, ids, types, mask, dropout). The head's weights are "classifier".

# One vector a text: the mean over its tokens, of length 1 where the base model is used so.
def mean(self, C: Dict[str, Tensor], h: Tensor, mask: Tensor) -> Tensor:
  m = torch.unsqueeze(torch.to(mask, ops.prim.dtype(h)), 2)
  e = torch.sum(h * m, [1]) / torch.clamp(torch.sum(m, [1]), 1e-9)
  if int(C["normalize"]) != 0:
    e = e / torch.clamp(torch.norm(e, 2, [1], True), 1e-12)
  return e

def embed(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  return self.mean(C, self.encode(W, C, ids, types, mask, dropout), mask)

# Label scores from hidden states, [texts, labels]. pooler: 0 the mean, 1 the first token through BERT's own pooler.
def score(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  if int(C["pooler"]) != 0:
    e = torch.tanh(self.dense(W, "pooler.dense", torch.select(h, 1, 0)))
  else:
    e = self.mean(C, h, mask)
  return self.dense(W, "classifier", self.drop(e, rate))

def classify(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  return self.score(W, C, self.encode(W, C, ids, types, mask, dropout), mask, float(dropout))

# Label scores of every token, [texts, tokens, labels].
def tag(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  h = self.encode(W, C, ids, types, mask, dropout)
  return self.dense(W, "classifier", self.drop(h, float(dropout)))
