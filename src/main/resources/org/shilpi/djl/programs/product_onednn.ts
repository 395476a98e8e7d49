# The product that a linear layer is, where libtorch comes with oneDNN. Without gradients that library is the faster
# one: texts become vectors 1.3 times as fast on an AMD EPYC as with MKL, which runs AVX2 code there. For many rows it
# pays to bring the weights into oneDNN's own layout first (another twentieth).
def product(self, x: Tensor, weight: Tensor, bias: Optional[Tensor]) -> Tensor:
  if torch.is_grad_enabled() or ops.prim.dtype(x) != 6 or not ops.prim.is_cpu(x):
    y = torch.linear(x, weight, bias)
  else:
    rows = torch.floordiv(torch.numel(x), torch.size(x, -1))
    if rows >= 1024:
      weight = ops.mkldnn._reorder_linear_weight(weight, rows)
    y = ops.mkldnn._linear_pointwise(x, weight, bias, "none", annotate(List[Optional[number]], []), "")
  return y
