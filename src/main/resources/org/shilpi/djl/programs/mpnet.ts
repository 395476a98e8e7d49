# MPNet (Song et al., 2020).

# The bucket of each distance, [tokens, tokens]: 16 for either direction, the first 8 exact, then in
# logarithmic steps up to a distance of 128.
def buckets(self, ids: Tensor) -> Tensor:
  p = self.places(ids)
  n = torch.unsqueeze(p, 1) - torch.unsqueeze(p, 0)
  side = torch.to(torch.lt(n, 0), 4) * 16
  n = torch.abs(n)
  far = torch.log(torch.to(n, 6) / 8.) / 2.772588722239781 * 8.
  far = torch.clamp(torch.to(far, 4) + 8, None, 15)
  return side + torch.where(torch.lt(n, 8), n, far)

def enter(self, W: Dict[str, Tensor], C: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, rate: float) -> List[Tensor]:
  h = self.words(W, "embeddings.word_embeddings", ids)
  h = h + self.words(W, "embeddings.position_embeddings", self.places_behind_padding(C, ids))
  h = self.drop(self.norm(W, C, "embeddings.LayerNorm", h), rate)
  bias = self.words(W, "encoder.relative_attention_bias", self.buckets(ids))
  bias = torch.unsqueeze(torch.permute(bias, [2, 0, 1]), 0)
  return [h, torch.to(self.masked(bias, mask), ops.prim.dtype(h))]

def layer(self, W: Dict[str, Tensor], C: Dict[str, Tensor], i: int, h: Tensor, entered: List[Tensor], rate: float) -> Tensor:
  layer = "encoder.layer." + str(i) + "."
  part = layer + "attention.attn."
  a = self.attend(W, C, part + "q", part + "k", part + "v", h, entered[1], rate)
  h = self.add(W, C, part + "o", layer + "attention.LayerNorm", a, h, rate)
  return self.feed_forward(W, C, layer, h, rate)

def leave(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor) -> Tensor:
  return h

def text_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, mask: Tensor, rate: float) -> Tensor:
  return self.dense_head(W, h, 4, rate)

def token_head(self, W: Dict[str, Tensor], C: Dict[str, Tensor], h: Tensor, rate: float) -> Tensor:
  return self.linear_tags(W, h, rate)
