/** The Markdown files of the project and what they promise: links, paths, commands and settings, each checked where its program is known. */
package dev.fanlight.house.document;
