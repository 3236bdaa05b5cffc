package dev.sarkhat.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What search engines are told instead of what readers see.
 *
 * @param title for the page's title element
 * @param description for the page's description
 * @param canonicalUrl the address that counts, where the article is a copy
 * @param noIndex whether search engines are asked to leave it out
 */
@Schema(name = "Seo", description = "What search engines are told instead of what readers see.")
public record Seo(
    @Schema(examples = "اولاند: به سوریه نیروی نظامی نمی‌فرستیم") @Nullable String title,
    @Nullable String description,
    @Nullable String canonicalUrl,
    @Nullable Boolean noIndex) {}
