/** What stands in a settings file: templates, explanations and the schema, of any program’s settings. */
@NullMarked
package dev.fanlight.settings.file;

import org.jspecify.annotations.NullMarked;
