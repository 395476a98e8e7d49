# BERT (Devlin et al., 2019), the encoder as Hugging Face's models compute it.
#
# ids, types, mask: [texts, tokens], 64-bit integers; mask is 1 where there is a token, else 0.

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
