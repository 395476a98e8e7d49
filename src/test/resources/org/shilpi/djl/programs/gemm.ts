def product(self, a: Tensor, b: Tensor) -> Tensor:
  return torch.matmul(a, b)
