package dev.sarkhat.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of the article that is shown large.
 *
 * @param text the sentence
 * @param attribution who said it
 */
@Schema(name = "PullQuote", description = "A sentence of the article that is shown large.")
public record PullQuote(
    @Schema(required = true, examples = "هیچ خبری بدون منبع منتشر نمی‌شود.") String text,
    @Schema(examples = "سردبیر") @Nullable String attribution) {}
