package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One file of a video or a sound.
 *
 * @param url {@code https} address
 * @param type media type (RFC 6838), if the markup said
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "One file of a video or a sound.", requiredProperties = "url")
public record MediaSource(
    @Schema(description = "The https address.", examples = "https://media.example.ir/2015/11/a.mp4")
        String url,
    @Schema(description = "The media type.", examples = "video/mp4") @Nullable String type) {}
