package org.shilpi.quality;

import java.util.UUID;
import org.shilpi.data.Judgement;
import org.shilpi.data.Split;

/// A text on its way through the checks.
///
/// @param id the example's number in its project
/// @param key the same for equal texts, see [org.shilpi.data.TextKey]
/// @param judgement what people said about it
/// @param split what the user decided for it
/// @param group what it belongs to and must not be torn from (a mail thread), or an empty string
public record Item(
    long id, UUID key, String text, Judgement judgement, Split split, String group) {}
