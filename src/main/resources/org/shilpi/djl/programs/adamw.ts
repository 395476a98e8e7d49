# AdamW (Loshchilov & Hutter, 2019) on all weights of a group at once, and clipping by the norm of the whole gradient.

def gradients(self, weights: List[Tensor]) -> List[Tensor]:
  g = annotate(List[Tensor], [])
  for w in weights:
    g.append(ops.prim.grad(w))
  return g

# Takes a factor away from all gradients, and scales them so that their common norm is at most `most`; gives the norm
# as it was without the factor.
def clip(self, weights: List[Tensor], most: float, factor: float) -> float:
  g = self.gradients(weights)
  norm = torch.norm(torch.stack(torch._foreach_norm(g, 2))) / factor
  torch._foreach_mul_(g, torch.clamp(most / (norm + 1e-6), None, 1.0) / factor)
  return float(norm)

# One update; the gradients are zero afterwards. steps: 0-d, one a weight, updates done so far.
def update(self, weights: List[Tensor], m: List[Tensor], v: List[Tensor], steps: List[Tensor], rate: float, decay: float) -> int:
  g = self.gradients(weights)
  torch._foreach_add_(steps, 1)
  torch._fused_adamw_(weights, g, m, v, annotate(List[Tensor], []), steps, lr=rate, beta1=0.9, beta2=0.999, weight_decay=decay, eps=1e-8, amsgrad=False, maximize=False)
  torch._foreach_zero_(g)
  return len(g)
