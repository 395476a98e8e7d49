# ModernBERT (Warner et al., 2024).

# Cosine and sine of the rotations, [2, tokens, width of a head], fp32.
def turns(self, C: Dict[str, Tensor], ids: Tensor, width: int, theta: float) -> Tensor:
  half = torch.arange(0, width, 2, dtype=6, device=ops.prim.device(ids))
  speed = torch.pow(theta, torch.neg(half / float(width)))
  angle = torch.outer(torch.to(self.places(ids), 6), speed)
  angle = torch.cat([angle, angle], 1)
  return torch.stack([torch.cos(angle), torch.sin(angle)])

def turn(self, x: Tensor, turns: Tensor) -> Tensor:
  y = torch.to(x, 6)
  a, b = torch.chunk(y, 2, -1)
  y = y * turns[0] + torch.cat([torch.neg(b), a], -1) * turns[1]
  return torch.to(y, ops.prim.dtype(x))

# Layers see all tokens (1 and 2: mask and rotations), or those around (3 and 4).
def enter(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, rate: float) -> List[Tensor]:
  h = self.words(W, "embeddings.tok_embeddings", ids)
  h = self.drop(self.exact_norm(W, C, "embeddings.norm", h), rate)
  width = torch.floordiv(torch.size(h, 2), int(C["num_attention_heads"]))
  p = self.places(ids)
  far = torch.abs(torch.unsqueeze(p, 1) - torch.unsqueeze(p, 0))
  near = torch.le(far, torch.floordiv(int(C["local_attention"]), 2))
  everywhere = self.seen(mask)
  around = torch.logical_and(everywhere, near)
  return [h, everywhere, self.turns(C, ids, width, float(C["global_rope_theta"])), around, self.turns(C, ids, width, float(C["local_rope_theta"]))]

# The sum that runs through all layers stays fp32.
def layer(self, W: Dict[str, Tensor], C: Dict[str, Tensor], i: int, h: Tensor, entered: List[Tensor], rate: float) -> Tensor:
  layer = "layers." + str(i) + "."
  at = 1
  if int(C["global." + str(i)]) == 0:
    at = 3
  x = torch.to(h, int(C["compute"]))
  if i > 0:
    x = self.norm(W, C, layer + "attn_norm", h)
  q, k, v = torch.chunk(self.dense(W, layer + "attn.Wqkv", x), 3, -1)
  q = self.turn(self.split(C, q), entered[at + 1])
  k = self.turn(self.split(C, k), entered[at + 1])
  a = self.mix(C, q, k, self.split(C, v), entered[at], None, rate)
  h = h + self.drop(self.dense(W, layer + "attn.Wo", a), rate)
  f, gate = torch.chunk(self.dense(W, layer + "mlp.Wi", self.norm(W, C, layer + "mlp_norm", h)), 2, -1)
  f = self.drop(self.activate(C, f) * gate, rate)
  return h + self.dense(W, layer + "mlp.Wo", f)

def leave(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor) -> Tensor:
  return self.exact_norm(W, C, "final_norm", h)

# A model that was tuned from a bare encoder may lack the first of the head's layers.
def head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], x: Tensor, rate: float) -> Tensor:
  if torch.__contains__(W, "head.dense.weight"):
    x = self.activation(int(C["classifier_activation"]), self.dense(W, "head.dense", x))
    x = self.exact_norm(W, C, "head.norm", x)
  return self.dense(W, "classifier", self.drop(x, rate))

def text_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  if int(C["classifier_pooling"]) != 0:
    e = self.mean(h, mask)
  else:
    e = self.first(h)
  return self.head(W, C, e, rate)

def token_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, rate: float) -> Tensor:
  return self.head(W, C, h, rate)
