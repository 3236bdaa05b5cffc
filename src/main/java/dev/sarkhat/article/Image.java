package dev.sarkhat.article;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An article's leading picture.
 *
 * @param url where it is
 * @param alt what it shows, for those who cannot see it
 * @param caption what stands below it
 * @param credit whose it is
 * @param width in pixels
 * @param height in pixels
 */
@Schema(name = "Image", description = "An article's leading picture.")
public record Image(
    @Schema(required = true, examples = "https://media.example.org/2026/11/harbour.jpg") String url,
    @Schema(examples = "نمای بندر هنگام غروب") @Nullable String alt,
    @Schema(examples = "بندر در ساعت‌های پایانی روز") @Nullable String caption,
    @Schema(examples = "عکس: مهتاب نیک‌پور") @Nullable String credit,
    @Schema(examples = "1600") @Nullable Integer width,
    @Schema(examples = "900") @Nullable Integer height) {}
