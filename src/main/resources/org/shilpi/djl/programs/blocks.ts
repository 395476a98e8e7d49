# Blocks that the model families share.
#
# W: weights under their plain Hugging Face names (without the family's prefix).
# C: the numbers of config.json that matter here, each 0-d and on the CPU.

def dense(self, W: Dict[str, Tensor], name: str, x: Tensor) -> Tensor:
  return torch.linear(x, W[name + ".weight"], W[name + ".bias"])

def norm(self, W: Dict[str, Tensor], C: Dict[str, Tensor], name: str, x: Tensor) -> Tensor:
  return torch.layer_norm(x, [torch.size(x, -1)], W[name + ".weight"], W[name + ".bias"], float(C["layer_norm_eps"]))

def drop(self, x: Tensor, rate: float) -> Tensor:
  return torch.dropout(x, rate, rate > 0.)

# hidden_act: 0 gelu, 1 gelu by tanh, 2 relu, 3 silu
def activate(self, C: Dict[str, Tensor], x: Tensor) -> Tensor:
  kind = int(C["hidden_act"])
  if kind == 0:
    y = torch.gelu(x, approximate="none")
  elif kind == 1:
    y = torch.gelu(x, approximate="tanh")
  elif kind == 2:
    y = torch.relu(x)
  else:
    y = torch.silu(x)
  return y

# [texts, tokens, width] -> [texts, heads, tokens, width / heads]
def split(self, C: Dict[str, Tensor], x: Tensor) -> Tensor:
  heads = int(C["num_attention_heads"])
  return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), heads, -1]), 1, 2)
