# Supervised contrastive loss (Khosla et al., 2020): texts of a label draw together, all others of the
# batch are pushed away. Needs embed and learn.

# Vectors of length 1, [texts, width], longest text first: each quarter of the batch is padded to its
# own longest text only, as the labels, not the lengths, decide which texts are in a batch.
def directions(self, W: Dict[str, Tensor], C: Dict[str, Tensor], order: Tensor, ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  parts = annotate(List[Tensor], [])
  for rows in torch.chunk(order, 4):
    m = torch.index_select(mask, 0, rows)
    longest = int(torch.max(torch.sum(m, [1])))
    m = torch.slice(m, 1, 0, longest)
    i = torch.slice(torch.index_select(ids, 0, rows), 1, 0, longest)
    t = torch.slice(torch.index_select(types, 0, rows), 1, 0, longest)
    parts.append(self.embed(W, C, i, t, m, dropout))
  e = torch.cat(parts)
  return e / torch.clamp(torch.norm(e, 2, [1], True), 1e-12)

# For each text, minus the mean log-probability of the others of its label among all others of the
# batch, by softmax of cosines over the temperature of 0.1 that Khosla et al. found best; 0 where no
# other text has its label. T as in losses.ts, `whole` being the number of texts.
def step_contrast(self, W: Dict[str, Tensor], C: Dict[str, Tensor], T: Dict[str, Tensor], ids: Tensor, types: Tensor, mask: Tensor, dropout: Tensor) -> Tensor:
  order = torch.argsort(torch.sum(mask, [1]), 0, True)
  labels = torch.index_select(T["labels"], 0, order)
  e = self.directions(W, C, order, ids, types, mask, dropout)
  itself = torch.eye(torch.size(e, 0), dtype=11, device=ops.prim.device(e))
  log_p = torch.log_softmax(torch.masked_fill(torch.matmul(e, torch.t(e)) / 0.1, itself, -1e4), 1)
  same = torch.eq(torch.unsqueeze(labels, 0), torch.unsqueeze(labels, 1))
  friends = torch.to(torch.masked_fill(same, itself, False), 6)
  losses = torch.neg(torch.sum(log_p * friends, [1])) / torch.clamp(torch.sum(friends, [1]), 1.)
  return self.learn(T, torch.sum(losses) / T["whole"])
