/// The window around the pages: rail of steps, header, themes, languages, keys, and what is open.
///
/// A page is a view made from its view model and the words of one language. Changing the language
/// makes all views anew from view models that live on: nothing has to listen for new words, and no
/// word can be forgotten.
@NullMarked
package org.shilpi.ui.shell;

import org.jspecify.annotations.NullMarked;
