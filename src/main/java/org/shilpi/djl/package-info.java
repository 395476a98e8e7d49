/// The only room that speaks to DJL: programs in TorchScript, weights, optimizer, trainer and
/// scorer.
///
/// Why programs: DJL's operators with a Java number (`x.mul(2f)`) wrap that number's memory and
/// free it while autograd still needs it, so gradients come out wrong once the garbage collector
/// has run; its gradient clipping clamps instead of scaling, and its AdamW hides its state. A
/// [Program] is TorchScript text that libtorch compiles: one native call does forward, loss and
/// backward, in the same arithmetic as the reference implementation. Weights stay NDArrays under
/// their Hugging Face names and are handed over as a [Dict], so one program serves every size of a
/// model family. Turned down: NDArray arithmetic inside autograd (wrong), traced models (need
/// Python to be made), a binding of our own to libtorch (a second native library to build for every
/// platform).
///
/// A program is put together from texts: blocks, one family, and what stands on any encoder. A
/// family's text only tells how its layers differ (`enter`, `layer`, `leave` and the library's two
/// heads, see `programs/blocks.ts`), so that running an encoder, pooling, losses, 16-bit arithmetic
/// and the recomputation of layers are written once. Turned down: one text with a branch for every
/// peculiarity (nobody could check it against a paper).
///
/// Which pass is kept, and which way to learn, is decided on the texts kept back by their loss
/// under the temperature that suits it ([Temperature]). Turned down: their accuracy (110 texts of
/// 770 tell two ways four points apart by chance), and the plain loss (tuned networks are surer
/// than they are right: where banking77's 25 labels had 10 texts each, adapters gave 88.96 % on 625
/// texts kept from them and the frozen head 88.32 %, at losses of 0.410 and 0.394). Where texts are
/// few the winner learns again from all of them, whatever the method. Adapters on 10 texts of each
/// of 77 labels, three draws, 1,925 texts kept from them: 85.77, 85.66, 86.49 % against 84.21,
/// 84.88, 85.40 % of the frozen head; before, they learned from 660 of the 770 texts and lost to
/// it.
///
/// A head on frozen vectors is made in the same way: its strength by the loss at the best
/// temperature, its scores then multiplied by that factor. Few rows are ranked best by a strongly
/// regularised head, whose scores are small; the plain loss took the weakest for the surer sound.
/// Means over random draws, texts kept from them: complaints, 8 of each of 5 labels, 57.7 % became
/// 59.5 %; queries, 10 a label, 80.6 % became 81.8 %; banking77, 10 a label, 84.4 % became 84.7 %.
/// Turned down: weaker strengths, vectors standardised or whitened (no better, or worse).
///
/// Random numbers are seeded anew before every step from the run's seed and the step's number. So a
/// checkpoint needs no generator's state, and a resumed run repeats the very losses.
@NullMarked
package org.shilpi.djl;

import org.jspecify.annotations.NullMarked;
