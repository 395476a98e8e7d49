# Training steps: losses on a head's scores, and their gradients. Needs score, tags, ascend and descend.
#
# T: what a step is told beside the texts. `whole` is what the losses of all texts of an optimizer
# step are divided by, so a batch may go through the network in unequal parts: the parts' losses and
# gradients add up to those of the batch.
#   labels: single-label [texts]; multi-label [texts, labels], 0 or 1; tokens [texts, tokens], -100 where nothing counts
#   weights: [labels], of a label's cases; multi-label: of its positive cases against its negative ones
#   smoothing: 0-d, share of the target that is spread evenly over all labels
#   whole: 0-d, cases in the optimizer step: sum of the labels' weights, multi-label: texts
#   loss_scale: 0-d, factor of the gradients, so that small ones survive 16-bit arithmetic

# Cross-entropy in nats, weights and smoothing as in PyTorch's CrossEntropyLoss.
def cross_entropy(self, T: Dict[str, Tensor], scores: Tensor) -> Tensor:
  rows = torch.to(torch.reshape(scores, [-1, torch.size(scores, -1)]), 6)
  loss = torch.cross_entropy_loss(rows, torch.flatten(T["labels"]), T["weights"], 2, -100, float(T["smoothing"]))
  return loss / T["whole"]

# Binary cross-entropy in nats, mean over the labels, weights as in PyTorch's BCEWithLogitsLoss.
def binary_cross_entropy(self, T: Dict[str, Tensor], scores: Tensor) -> Tensor:
  smoothing = float(T["smoothing"])
  target = T["labels"] * (1. - smoothing) + smoothing / 2.
  loss = torch.binary_cross_entropy_with_logits(torch.to(scores, 6), target, None, T["weights"], 2)
  return loss / (T["whole"] * torch.size(scores, 1))

# Leaves the gradients with the weights that ask for them.
def learn(self, T: Dict[str, Tensor], loss: Tensor) -> Tensor:
  torch.backward(loss * T["loss_scale"])
  return torch.detach(loss)

def step_one(self, W: Dict[str, Tensor], C: Dict[str, Tensor], T: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  kept = annotate(List[Tensor], [])
  h = self.ascend(W, C, ids, types, mask, dropout, kept)
  loss = self.learn(T, self.cross_entropy(T, self.score(W, C, h, mask, float(dropout))))
  self.descend(W, C, dropout, kept)
  return loss

def step_many(self, W: Dict[str, Tensor], C: Dict[str, Tensor], T: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  kept = annotate(List[Tensor], [])
  h = self.ascend(W, C, ids, types, mask, dropout, kept)
  loss = self.learn(T, self.binary_cross_entropy(T, self.score(W, C, h, mask, float(dropout))))
  self.descend(W, C, dropout, kept)
  return loss

def step_tags(self, W: Dict[str, Tensor], C: Dict[str, Tensor], T: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  kept = annotate(List[Tensor], [])
  h = self.ascend(W, C, ids, types, mask, dropout, kept)
  loss = self.learn(T, self.cross_entropy(T, self.tags(W, C, h, float(dropout))))
  self.descend(W, C, dropout, kept)
  return loss
