# Logistic regression: loss and gradient over all rows at once.

# One label a row. x: [rows, width]; y: [rows], labels; w: [labels, width + 1], the last column is
# the bias; l2: 0-d.
# Gives [1 + labels * (width + 1)]: mean cross-entropy + l2 / 2 * |w without bias|^2, then its gradient.
def objective_one(self, x: Tensor, y: Tensor, w: Tensor, l2: Tensor) -> Tensor:
  log_p = torch.log_softmax(self.scores(x, w), 1)
  target = torch.unsqueeze(y, 1)
  loss = torch.neg(torch.mean(torch.gather(log_p, 1, target)))
  r = torch.exp(log_p)
  r = torch.scatter_add(r, 1, target, torch.full_like(torch.to(target, ops.prim.dtype(r)), -1.))
  return self.with_slope(x, w, float(l2), loss, r)

# Any number of labels a row, each a question of its own. y: [rows, labels], 0 or 1. The same with
# the mean over rows of the labels' binary cross-entropies, added up.
def objective_many(self, x: Tensor, y: Tensor, w: Tensor, l2: Tensor) -> Tensor:
  s = self.scores(x, w)
  loss = torch.binary_cross_entropy_with_logits(s, y, None, None, 2) / torch.size(x, 0)
  return self.with_slope(x, w, float(l2), loss, torch.sigmoid(s) - y)

# r: [rows, labels], what the scores are off by.
def with_slope(self, x: Tensor, w: Tensor, l2: float, loss: Tensor, r: Tensor) -> Tensor:
  weight = torch.slice(w, 1, 0, torch.size(x, 1))
  loss = loss + torch.sum(weight * weight) * (l2 / 2.)
  r = r / torch.size(x, 0)
  slope = torch.addmm(weight, torch.t(r), x, beta=l2, alpha=1.)
  gradient = torch.cat([slope, torch.unsqueeze(torch.sum(r, [0]), 1)], 1)
  return torch.cat([torch.unsqueeze(loss, 0), torch.flatten(gradient)])

# Label scores, [rows, labels].
def scores(self, x: Tensor, w: Tensor) -> Tensor:
  width = torch.size(x, 1)
  return torch.addmm(torch.select(w, 1, width), x, torch.t(torch.slice(w, 1, 0, width)))
