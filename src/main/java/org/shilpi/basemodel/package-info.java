/// Base models as Hugging Face folders: reading, checking, importing, and the built-in one.
///
/// Decisions:
///
/// - A base model is always a folder of files as its publisher wrote them, so that its hash can be
///   compared with the published one and any other tool can open it. No tensor is renamed on
///   import; [ModelTensors] knows the names in use.
/// - The catalogue keeps weights as one `model.safetensors`: the publisher's own file, byte for
///   byte, where there is one; else it is written from the shards or from PyTorch's format, every
///   tensor under its name and in its type, and the hashes of the original files are recorded. So
///   whatever reads a base model later meets one format, checked once, and no pickle is opened
///   again.
/// - A pickle (`pytorch_model.bin`) is a program, and Python's reader runs it. Ours is a machine
///   for the few opcodes of a dictionary of tensors that calls nothing of anybody else's
///   ([Unpickler]); scanning for harmful names before using a full reader was turned down: every
///   scanner of that kind has been got around.
/// - Zip files, of models and of PyTorch, are read by [ZipDirectory], since the JDK's reader tells
///   neither where an entry's bytes lie nor whether it is a link. Nothing is unpacked before every
///   entry was looked at.
/// - A model without `tokenizer.json` gets one, made from its vocabulary ([TokenizerMaker]): one
///   way of cutting texts everywhere, and no second implementation that may differ. What a
///   tokenizer file says is checked part by part, because the native library that uses it ends the
///   process where a file surprises it: a replacement of nothing, a table that leads outside, an
///   unknown token.
/// - Reading is strict: an option, a tensor or a type that Shilpi would not honour is refused by
///   its name. A model that loads and quietly computes something else is worse than none.
/// - The built-in model is converted on the user's machine from an artifact of Maven Central,
///   pinned by hash on both sides, instead of 90 MB of weights in the repository.
/// - Folders appear by an atomic rename, without lock files, which a killed process would leave.
@NullMarked
package org.shilpi.basemodel;

import org.jspecify.annotations.NullMarked;
