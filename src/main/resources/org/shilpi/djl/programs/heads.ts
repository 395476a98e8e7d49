# What stands on an encoder of any family: vectors of texts, and label scores of texts and tokens.
#
# C["head"]: 0 our own linear layer "classifier" on a text's or a token's vector, 1 the library's own.
# C["pooling"]: what a text's vector is: 0 the mean over its tokens, 1 its first token.
# C["normalize"]: 1 brings vectors of texts to length 1.

# One vector a text, [texts, width], fp32.
def pool(self, C: Dict[str, Tensor], h: Tensor, mask: Tensor) -> Tensor:
  if int(C["pooling"]) == 1:
    e = self.first(h)
  else:
    e = self.mean(h, mask)
  if int(C["normalize"]) != 0:
    e = e / torch.clamp(torch.norm(e, 2, [1], True), 1e-12)
  return e

def embed(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  return self.pool(C, self.encode(W, C, ids, types, mask, dropout), mask)

# Label scores of texts from hidden states, [texts, labels], fp32.
def score(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  if int(C["head"]) == 1:
    y = self.text_head(W, C, h, mask, rate)
  else:
    y = self.dense(W, "classifier", self.drop(self.pool(C, h, mask), rate))
  return y

def classify(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  return self.score(W, C, self.encode(W, C, ids, types, mask, dropout), mask, float(dropout))

# Label scores of tokens from hidden states, [texts, tokens, labels], fp32.
def tags(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, rate: float) -> Tensor:
  if int(C["head"]) == 1:
    y = self.token_head(W, C, h, rate)
  else:
    y = self.linear_tags(W, h, rate)
  return y

def tag(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  return self.tags(W, C, self.encode(W, C, ids, types, mask, dropout), float(dropout))
