# An encoder of any family from end to end.

# The hidden states behind the last layer, [texts, tokens, width], fp32.
def encode(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  rate = float(dropout)
  entered = self.enter(W, C, ids, types, mask, rate)
  h = entered[0]
  for i in range(int(C["num_hidden_layers"])):
    h = self.layer(W, C, i, h, entered, rate)
  return torch.to(self.leave(W, C, h), 6)

# The same for a training step that computes each layer anew on the way back instead of keeping what
# is inside it (Chen et al., "Training Deep Nets with Sublinear Memory Cost", 2016): where
# C["recompute"] asks for it, `kept` gets what `descend` needs, and the states have no history below.
# Each layer has a seed of its own, so that it drops the same again. Gradients stay switched on, so that
# the layer computes the same again, too.
def ascend(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor, kept: List[Tensor]) -> Tensor:
  if int(C["recompute"]) == 0:
    h = self.encode(W, C, ids, types, mask, dropout)
  else:
    rate = float(dropout)
    entered = self.enter(W, C, ids, types, mask, rate)
    seed = torch.randint(1073741824, [1], dtype=4)
    kept.append(seed)
    layers = int(C["num_hidden_layers"])
    h = torch.detach(entered[0])
    for i in range(layers):
      kept.append(h)
      torch.manual_seed(int(seed) + i)
      h = torch.detach(self.layer(W, C, i, h, entered, rate))
    torch.manual_seed(int(seed) + layers)
    top = torch.requires_grad_(h, True)
    kept.append(top)
    for e in entered:
      kept.append(e)
    h = torch.to(self.leave(W, C, top), 6)
  return h

# Takes the gradient from the states that `ascend` gave down to the weights.
def descend(self, W: Dict[str, Tensor], C: Dict[str, Tensor], dropout: Tensor, kept: List[Tensor]) -> int:
  if len(kept) > 0:
    layers = int(C["num_hidden_layers"])
    slope = ops.prim.grad(kept[layers + 1])
    shared = annotate(List[Tensor], [])
    for j in range(len(kept) - layers - 2):
      e = kept[layers + 2 + j]
      shared.append(torch.requires_grad_(torch.detach(e), ops.prim.requires_grad(e)))
    for j in range(layers):
      i = layers - 1 - j
      torch.manual_seed(int(kept[0]) + i)
      x = torch.requires_grad_(torch.detach(kept[i + 1]), True)
      torch.backward(self.layer(W, C, i, x, shared, float(dropout)), slope)
      slope = ops.prim.grad(x)
    if ops.prim.requires_grad(kept[layers + 2]):
      torch.backward(kept[layers + 2], slope, True)
    for j in range(1, len(shared)):
      if ops.prim.requires_grad(shared[j]):
        torch.backward(kept[layers + 2 + j], ops.prim.grad(shared[j]), True)
  return len(kept)
