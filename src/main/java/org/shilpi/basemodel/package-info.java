/// Base models as Hugging Face folders: reading, checking, importing, and the built-in one.
///
/// Decisions:
///
/// - A base model is always a folder of files as its publisher wrote them, so that its hash can be
///   compared with the published one and any other tool can open it. Nothing is renamed or
///   rewritten on import; [ModelTensors] knows the names in use.
/// - Weights only as safetensors. A pickle (`pytorch_model.bin`) can run code when it is opened,
///   and no check before opening is complete.
/// - Reading is strict: an option, a tensor or a type that Shilpi would not honour is refused by
///   its name. A model that loads and quietly computes something else is worse than none.
/// - The built-in model is converted on the user's machine from an artifact of Maven Central,
///   pinned by hash on both sides, instead of 90 MB of weights in the repository.
/// - Folders appear by an atomic rename, without lock files, which a killed process would leave.
@NullMarked
package org.shilpi.basemodel;

import org.jspecify.annotations.NullMarked;
