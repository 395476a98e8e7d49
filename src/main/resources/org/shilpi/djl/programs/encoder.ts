# An encoder of any family from end to end.

# The hidden states behind the last layer, [texts, tokens, width].
def encode(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  rate = float(dropout)
  entered = self.enter(W, C, ids, types, mask, rate)
  h = entered[0]
  for i in range(int(C["num_hidden_layers"])):
    h = self.layer(W, C, i, h, entered, rate)
  return self.leave(W, C, h)
