# Blocks that the model families share.
#
# W: weights under their plain Hugging Face names (without the family's prefix), fp32.
# C: numbers, each 0-d and on the CPU: those of config.json that matter here under the names of its
#    options, and how to compute:
#      compute            type of what flows between layers: 6 fp32, 15 bf16, 5 fp16
#      attention_dropout  rate at which attention weights are dropped in training
#      recompute          1: a step's way back computes each layer anew instead of keeping its values
#
# A family's text has
#   enter(W, C, ids, types, mask, rate) -> List[Tensor]   embeddings, then what every layer looks at
#   layer(W, C, i, h, entered, rate) -> Tensor            the i-th layer
#   leave(W, C, h) -> Tensor                              what comes behind the last one
#   text_head(W, C, h, mask, rate) -> Tensor              label scores of texts, as the library does
#   token_head(W, C, h, rate) -> Tensor                   label scores of tokens
# with ids, types, mask [texts, tokens], 64-bit integers, mask 1 where there is a token, else 0, and
# h [texts, tokens, width]. Heads are given fp32 and compute in it.

# A linear layer. Weights are brought to the type of what flows.
def affine(self, W: Dict[str, Tensor], name: str, x: Tensor) -> Tensor:
  kind = ops.prim.dtype(x)
  bias: Optional[Tensor] = None
  if torch.__contains__(W, name + ".bias"):
    bias = torch.to(W[name + ".bias"], kind)
  return self.product(x, torch.to(W[name + ".weight"], kind), bias)

# Every linear layer of a model, with its low-rank adapter (Hu et al., 2021) where there is one, whose
# dropout works only while gradients are kept. lora_A: [rank, in], lora_B: [out, rank]; lora.scale,
# lora.dropout: 0-d, on the CPU.
def dense(self, W: Dict[str, Tensor], name: str, x: Tensor) -> Tensor:
  y = self.affine(W, name, x)
  if torch.__contains__(W, name + ".lora_A.weight"):
    rate = 0.
    if torch.is_grad_enabled():
      rate = float(W["lora.dropout"])
    a = self.affine(W, name + ".lora_A", self.drop(x, rate))
    y = y + self.affine(W, name + ".lora_B", a * W["lora.scale"])
  return y

# Norms are fp32 inside.
def exact_norm(self, W: Dict[str, Tensor], C: Dict[str, Tensor], name: str, x: Tensor) -> Tensor:
  bias: Optional[Tensor] = None
  if torch.__contains__(W, name + ".bias"):
    bias = W[name + ".bias"]
  return torch.layer_norm(torch.to(x, 6), [torch.size(x, -1)], W[name + ".weight"], bias, float(C["layer_norm_eps"]))

def norm(self, W: Dict[str, Tensor], C: Dict[str, Tensor], name: str, x: Tensor) -> Tensor:
  return torch.to(self.exact_norm(W, C, name, x), int(C["compute"]))

# Dropout. libtorch draws one number after the other on the CPU, 64 bits at a time: they last for four.
def drop(self, x: Tensor, rate: float) -> Tensor:
  if rate > 0. and ops.prim.is_cpu(x):
    bits = torch.empty([torch.floordiv(torch.numel(x) + 3, 4)], dtype=4)
    bits = torch.view_copy(torch.random_(bits, -9223372036854775807 - 1, None), dtype=2)
    kept = torch.ge(torch.slice(bits, 0, 0, torch.numel(x)), int(rate * 65536.) - 32768)
    y = x * (1. / (1. - rate)) * torch.reshape(kept, torch.size(x))
  else:
    y = torch.dropout(x, rate, rate > 0.)
  return y

# The activation's place in basemodel.Activation.
def activation(self, kind: int, x: Tensor) -> Tensor:
  if kind == 0:
    y = torch.gelu(x, approximate="none")
  elif kind == 1:
    y = torch.gelu(x, approximate="tanh")
  elif kind == 2:
    y = torch.relu(x)
  elif kind == 3:
    y = torch.silu(x)
  else:
    y = torch.tanh(x)
  return y

def activate(self, C: Dict[str, Tensor], x: Tensor) -> Tensor:
  return self.activation(int(C["hidden_act"]), x)

def words(self, W: Dict[str, Tensor], table: str, ids: Tensor) -> Tensor:
  return torch.embedding(W[table + ".weight"], ids)

# 0, 1, 2, ... for the tokens of the texts.
def places(self, ids: Tensor) -> Tensor:
  return torch.arange(torch.size(ids, 1), dtype=4, device=ops.prim.device(ids))

# Places counted from behind the padding token's id, padding tokens left out (RoBERTa, MPNet).
def places_behind_padding(self, C: Dict[str, Tensor], ids: Tensor) -> Tensor:
  pad = int(C["pad_token_id"])
  real = torch.to(torch.ne(ids, pad), 4)
  return torch.cumsum(real, 1) * real + pad

# [texts, 1, 1, tokens], true where there is a token.
def seen(self, mask: Tensor) -> Tensor:
  return torch.unsqueeze(torch.unsqueeze(torch.ne(mask, 0), 1), 1)

# Summands of attention scores: what is given, and nothing where there is no token.
def masked(self, bias: Tensor, mask: Tensor) -> Tensor:
  return torch.masked_fill(bias, torch.logical_not(self.seen(mask)), -inf)

# [texts, tokens, width] -> [texts, heads, tokens, width / heads]
def split(self, C: Dict[str, Tensor], x: Tensor) -> Tensor:
  heads = int(C["num_attention_heads"])
  return torch.transpose(torch.reshape(x, [torch.size(x, 0), torch.size(x, 1), heads, -1]), 1, 2)

# Attention over heads that `split` made; gives [texts, tokens, width]. look: true where a token may
# look, or what to add to the scores. libtorch has no fast path with dropout. Its path for the CPU lets
# threads wait for each other where texts are short: there attention is written out, and a token that
# may look nowhere gets an average, not NaN.
def mix(self, C: Dict[str, Tensor], q: Tensor, k: Tensor, v: Tensor, look: Tensor, scale: Optional[float], rate: float) -> Tensor:
  if rate > 0.:
    dropped = float(C["attention_dropout"])
  else:
    dropped = 0.
  if ops.prim.is_cpu(q) and ops.prim.dtype(q) == 6 and torch.size(q, 2) <= 64:
    by = torch.pow(torch.size(q, 3), -0.5)
    if scale is not None:
      by = scale
    scores = torch.matmul(q * by, torch.transpose(k, 2, 3))
    if ops.prim.dtype(look) == 11:
      scores = torch.masked_fill(scores, torch.logical_not(look), -1e30)
    else:
      scores = scores + look
    mixed = torch.matmul(self.drop(torch.softmax(scores, -1), dropped), v)
  else:
    mixed = torch.scaled_dot_product_attention(q, k, v, look, dropped, False, scale=scale)
  return torch.reshape(torch.transpose(mixed, 1, 2), [torch.size(q, 0), torch.size(q, 2), -1])

# Self-attention with three linear layers of these names.
def attend(self, W: Dict[str, Tensor], C: Dict[str, Tensor], query: str, key: str, value: str, h: Tensor, look: Tensor, rate: float) -> Tensor:
  q = self.split(C, self.dense(W, query, h))
  k = self.split(C, self.dense(W, key, h))
  v = self.split(C, self.dense(W, value, h))
  return self.mix(C, q, k, v, look, None, rate)

# What a part of a layer ends with where norms come last: h + dropout(dense(x)), normed.
def add(self, W: Dict[str, Tensor], C: Dict[str, Tensor], last: str, normed: str, x: Tensor, h: Tensor, rate: float) -> Tensor:
  return self.norm(W, C, normed, h + self.drop(self.dense(W, last, x), rate))

# The layer of BERT, RoBERTa and ELECTRA.
def bert_layer(self, W: Dict[str, Tensor], C: Dict[str, Tensor], i: int, h: Tensor, look: Tensor, rate: float) -> Tensor:
  layer = "encoder.layer." + str(i) + "."
  part = layer + "attention.self."
  a = self.attend(W, C, part + "query", part + "key", part + "value", h, look, rate)
  h = self.add(W, C, layer + "attention.output.dense", layer + "attention.output.LayerNorm", a, h, rate)
  return self.feed_forward(W, C, layer, h, rate)

def feed_forward(self, W: Dict[str, Tensor], C: Dict[str, Tensor], layer: str, h: Tensor, rate: float) -> Tensor:
  f = self.activate(C, self.dense(W, layer + "intermediate.dense", h))
  return self.add(W, C, layer + "output.dense", layer + "output.LayerNorm", f, h, rate)

# The first token's vector.
def first(self, h: Tensor) -> Tensor:
  return torch.select(h, 1, 0)

# The mean over the tokens.
def mean(self, h: Tensor, mask: Tensor) -> Tensor:
  m = torch.unsqueeze(torch.to(mask, ops.prim.dtype(h)), 2)
  return torch.sum(h * m, [1]) / torch.clamp(torch.sum(m, [1]), 1e-9)

# Two linear layers on the first token (RoBERTa, ELECTRA, MPNet).
def dense_head(self, W: Dict[str, Tensor], h: Tensor, kind: int, rate: float) -> Tensor:
  x = self.dense(W, "classifier.dense", self.drop(self.first(h), rate))
  return self.dense(W, "classifier.out_proj", self.drop(self.activation(kind, x), rate))

# One linear layer on every token.
def linear_tags(self, W: Dict[str, Tensor], h: Tensor, rate: float) -> Tensor:
  return self.dense(W, "classifier", self.drop(h, rate))
