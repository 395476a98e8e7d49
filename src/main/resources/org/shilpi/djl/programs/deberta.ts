# DeBERTa-v2 and -v3 (He et al., 2021).

# From each token to each, how far to the left it is, [tokens, tokens]; from half the buckets on in
# logarithmic steps.
def distances(self, C: Dict[str, Tensor], ids: Tensor) -> Tensor:
  p = self.places(ids)
  far = torch.unsqueeze(p, 1) - torch.unsqueeze(p, 0)
  buckets = int(C["position_buckets"])
  if buckets > 0:
    mid = torch.floordiv(buckets, 2)
    size = torch.clamp(torch.abs(far), mid, None)
    steps = torch.log(torch.to(size, 6) / mid) / torch.log(torch.full([], (float(C["max_relative_positions"]) - 1.) / mid, dtype=6))
    steps = torch.ceil(steps * (mid - 1)) + mid
    bucket = torch.to(steps, 4) * torch.sign(far)
    far = torch.where(torch.le(torch.abs(far), mid), far, bucket)
  return far

# Beside the embeddings: which tokens there are, [texts, tokens, 1]; vectors of distances; where in
# these each pair of tokens finds its distance, and that of the way back.
def enter(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, rate: float) -> List[Tensor]:
  real = torch.unsqueeze(torch.to(mask, int(C["compute"])), 2)
  h = self.norm(W, C, "embeddings.LayerNorm", self.words(W, "embeddings.word_embeddings", ids))
  h = self.drop(h * real, rate)
  far = W["encoder.rel_embeddings.weight"]
  if int(C["norm_rel_ebd"]) != 0:
    far = self.norm(W, C, "encoder.LayerNorm", far)
  far = torch.unsqueeze(torch.to(far, int(C["compute"])), 0)
  span = int(C["span"])
  d = self.distances(C, ids)
  there = torch.clamp(d + span, 0, 2 * span - 1)
  back = torch.clamp(span - d, 0, 2 * span - 1)
  return [h, mask, real, far, there, back]

# Scores of one side's content with the other side's distance, [texts, heads, tokens, tokens].
def by_distance(self, x: Tensor, far: Tensor, at: Tensor) -> Tensor:
  scores = torch.matmul(x, torch.transpose(far, 2, 3))
  return torch.gather(scores, 3, torch.expand(at, [torch.size(x, 0), torch.size(x, 1), -1, -1]))

# The library calls the layers that make vectors of distances by the same weights as those of tokens.
def disentangled(self, W: Dict[str, Tensor], C: Dict[str, Tensor], part: str, h: Tensor, entered: List[Tensor], rate: float) -> Tensor:
  q = self.split(C, self.dense(W, part + "query_proj", h))
  k = self.split(C, self.dense(W, part + "key_proj", h))
  v = self.split(C, self.dense(W, part + "value_proj", h))
  kinds = 1 + int(C["c2p"]) + int(C["p2c"])
  scale = 1. / torch.sqrt(float(torch.size(q, 3) * kinds))
  bias = torch.zeros([1, 1, torch.size(q, 2), torch.size(q, 2)], dtype=ops.prim.dtype(q), device=ops.prim.device(q))
  if int(C["c2p"]) != 0:
    far = self.split(C, self.dense(W, part + "key_proj", entered[3]))
    bias = bias + self.by_distance(q, far, entered[4])
  if int(C["p2c"]) != 0:
    far = self.split(C, self.dense(W, part + "query_proj", entered[3]))
    bias = bias + torch.transpose(self.by_distance(k, far, entered[5]), 2, 3)
  return self.mix(C, q, k, v, self.masked(bias * scale, entered[1]), scale, rate)

# A convolution over neighbours, beside the first layer.
def neighbours(self, W: Dict[str, Tensor], C: Dict[str, Tensor], x: Tensor, h: Tensor, real: Tensor, rate: float) -> Tensor:
  kind = ops.prim.dtype(x)
  side = torch.floordiv(int(C["conv_kernel_size"]), 2)
  y = torch.conv1d(torch.transpose(x, 1, 2), torch.to(W["encoder.conv.conv.weight"], kind), torch.to(W["encoder.conv.conv.bias"], kind), [1], [side], [1], 1)
  y = torch.transpose(y, 1, 2) * real
  y = self.activation(int(C["conv_act"]), self.drop(y, rate))
  return self.norm(W, C, "encoder.conv.LayerNorm", h + y) * real

def layer(self, W: Dict[str, Tensor], C: Dict[str, Tensor], i: int, h: Tensor, entered: List[Tensor], rate: float) -> Tensor:
  layer = "encoder.layer." + str(i) + "."
  a = self.disentangled(W, C, layer + "attention.self.", h, entered, rate)
  y = self.add(W, C, layer + "attention.output.dense", layer + "attention.output.LayerNorm", a, h, rate)
  y = self.feed_forward(W, C, layer, y, rate)
  if torch.__and__(i == 0, int(C["conv_kernel_size"]) > 0):
    y = self.neighbours(W, C, h, y, entered[2], rate)
  return y

def leave(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor) -> Tensor:
  return h

def text_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  before = 0.
  if rate > 0.:
    before = float(C["pooler_dropout"])
  e = self.drop(self.first(h), before)
  e = self.activation(int(C["pooler_hidden_act"]), self.dense(W, "pooler.dense", e))
  return self.dense(W, "classifier", self.drop(e, rate))

def token_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, rate: float) -> Tensor:
  return self.linear_tags(W, h, rate)
