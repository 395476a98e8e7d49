# Blocks with tensors only, so that a test can call them. Needs blocks.

def dropped(self, x: Tensor, rate: Tensor) -> Tensor:
  return self.drop(x, float(rate))

# x: [texts, heads, tokens, width of a head]; look as in `mix`.
def mixed(self, C: Dict[str, Tensor], x: Tensor, look: Tensor) -> Tensor:
  return self.mix(C, x, torch.neg(x), torch.cos(x), look, None, 0.)

def mixed_by_libtorch(self, C: Dict[str, Tensor], x: Tensor, look: Tensor) -> Tensor:
  y = torch.scaled_dot_product_attention(x, torch.neg(x), torch.cos(x), look)
  return torch.reshape(torch.transpose(y, 1, 2), [torch.size(x, 0), torch.size(x, 2), -1])

def linear_layer(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
  return self.product(x, weight, bias)

def linear_layer_by_libtorch(self, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:
  return torch.linear(x, weight, bias)
