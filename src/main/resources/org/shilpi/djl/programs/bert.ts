# BERT (Devlin et al., 2019), encoder and heads, as Hugging Face's models compute it.
#
# W: weights under their Hugging Face names without the leading "bert."; the head is "classifier".
# C: the numbers of config.json that matter here, each 0-d and on the CPU.
# ids, types, mask: [texts, tokens], 64-bit integers; mask is 1 where there is a token, else 0.

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

# Attention weights are never dropped: only without dropout does libtorch take its fast path.
def attend(self, W: Dict[str, Tensor], C: Dict[str, Tensor], layer: str, h: Tensor, seen: Tensor) -> Tensor:
  q = self.split(C, self.dense(W, layer + "attention.self.query", h))
  k = self.split(C, self.dense(W, layer + "attention.self.key", h))
  v = self.split(C, self.dense(W, layer + "attention.self.value", h))
  mixed = torch.scaled_dot_product_attention(q, k, v, seen, 0., False)
  return torch.reshape(torch.transpose(mixed, 1, 2), [torch.size(h, 0), torch.size(h, 1), -1])

# The hidden states of the last layer, [texts, tokens, width].
def encode(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  rate = float(dropout)
  positions = torch.arange(torch.size(ids, 1), dtype=4, device=ops.prim.device(ids))
  h = torch.embedding(W["embeddings.word_embeddings.weight"], ids)
  h = h + torch.embedding(W["embeddings.token_type_embeddings.weight"], types)
  h = h + torch.embedding(W["embeddings.position_embeddings.weight"], positions)
  h = self.drop(self.norm(W, C, "embeddings.LayerNorm", h), rate)
  seen = torch.unsqueeze(torch.unsqueeze(torch.ne(mask, 0), 1), 1)
  for i in range(int(C["num_hidden_layers"])):
    layer = "encoder.layer." + str(i) + "."
    a = self.dense(W, layer + "attention.output.dense", self.attend(W, C, layer, h, seen))
    h = self.norm(W, C, layer + "attention.output.LayerNorm", h + self.drop(a, rate))
    f = self.activate(C, self.dense(W, layer + "intermediate.dense", h))
    f = self.dense(W, layer + "output.dense", f)
    h = self.norm(W, C, layer + "output.LayerNorm", h + self.drop(f, rate))
  return h

# One vector a text: the mean over its tokens, of length 1 where the base model is used so.
def mean(self, C: Dict[str, Tensor], h: Tensor, mask: Tensor) -> Tensor:
  m = torch.unsqueeze(torch.to(mask, ops.prim.dtype(h)), 2)
  e = torch.sum(h * m, [1]) / torch.clamp(torch.sum(m, [1]), 1e-9)
  if int(C["normalize"]) != 0:
    e = e / torch.clamp(torch.norm(e, 2, [1], True), 1e-12)
  return e

def embed(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  return self.mean(C, self.encode(W, C, ids, types, mask, dropout), mask)

# Label scores from hidden states, [texts, labels]. pooler: 0 the mean, 1 the first token through BERT's own pooler.
def score(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  if int(C["pooler"]) != 0:
    e = torch.tanh(self.dense(W, "pooler.dense", torch.select(h, 1, 0)))
  else:
    e = self.mean(C, h, mask)
  return self.dense(W, "classifier", self.drop(e, rate))

def classify(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  return self.score(W, C, self.encode(W, C, ids, types, mask, dropout), mask, float(dropout))

# Label scores of every token, [texts, tokens, labels].
def tag(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  h = self.encode(W, C, ids, types, mask, dropout)
  return self.dense(W, "classifier", self.drop(h, float(dropout)))

# Mean cross-entropy of the texts in nats; leaves the gradients with the weights that ask for them.
def step(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor, labels: Tensor) -> Tensor:
  loss = torch.cross_entropy_loss(self.classify(W, C, ids, types, mask, dropout), labels)
  torch.backward(loss)
  return torch.detach(loss)
