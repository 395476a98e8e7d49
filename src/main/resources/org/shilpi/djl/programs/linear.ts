# Multinomial logistic regression: loss and gradient over all rows at once.

# x: [rows, width]; y: [rows], labels; w: [labels, width + 1], the last column is the bias; l2: 0-d.
# Gives [1 + labels * (width + 1)]: mean cross-entropy + l2 / 2 * |w without bias|^2, then its gradient.
def objective(self, x: Tensor, y: Tensor, w: Tensor, l2: Tensor) -> Tensor:
  width = torch.size(x, 1)
  weight = torch.slice(w, 1, 0, width)
  bias = torch.select(w, 1, width)
  log_p = torch.log_softmax(torch.addmm(bias, x, torch.t(weight)), 1)
  target = torch.unsqueeze(y, 1)
  loss = torch.neg(torch.mean(torch.gather(log_p, 1, target))) + torch.sum(weight * weight) * (float(l2) / 2.)
  r = torch.exp(log_p)
  r = torch.scatter_add(r, 1, target, torch.full_like(torch.to(target, ops.prim.dtype(r)), -1.))
  r = r / torch.size(x, 0)
  slope = torch.addmm(weight, torch.t(r), x, beta=float(l2), alpha=1.)
  gradient = torch.cat([slope, torch.unsqueeze(torch.sum(r, [0]), 1)], 1)
  return torch.cat([torch.unsqueeze(loss, 0), torch.flatten(gradient)])

# Label scores, [rows, labels].
def scores(self, x: Tensor, w: Tensor) -> Tensor:
  width = torch.size(x, 1)
  return torch.addmm(torch.select(w, 1, width), x, torch.t(torch.slice(w, 1, 0, width)))
