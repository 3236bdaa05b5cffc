package dev.sarkhat.article.body;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One part of a body, from top to bottom, to be drawn without an HTML engine.
 *
 * <p>In JSON the property {@code type} names the kind. Lists are always present, other absent
 * values are left out. Blocks nest in quotes and list items only, at most {@value
 * FrameStack#MAX_NESTING} deep.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ParagraphBlock.class, name = "paragraph"),
  @JsonSubTypes.Type(value = HeadingBlock.class, name = "heading"),
  @JsonSubTypes.Type(value = ListBlock.class, name = "list"),
  @JsonSubTypes.Type(value = QuoteBlock.class, name = "quote"),
  @JsonSubTypes.Type(value = ImageBlock.class, name = "image"),
  @JsonSubTypes.Type(value = EmbedBlock.class, name = "embed"),
  @JsonSubTypes.Type(value = VideoBlock.class, name = "video"),
  @JsonSubTypes.Type(value = AudioBlock.class, name = "audio"),
  @JsonSubTypes.Type(value = TableBlock.class, name = "table"),
  @JsonSubTypes.Type(value = CodeBlock.class, name = "code"),
  @JsonSubTypes.Type(value = SeparatorBlock.class, name = "separator")
})
@Schema(
    name = "Block",
    description =
        "One part of a body; `type` says which. Clients should skip types they do not know.",
    oneOf = {
      ParagraphBlock.class,
      HeadingBlock.class,
      ListBlock.class,
      QuoteBlock.class,
      ImageBlock.class,
      EmbedBlock.class,
      VideoBlock.class,
      AudioBlock.class,
      TableBlock.class,
      CodeBlock.class,
      SeparatorBlock.class
    },
    discriminatorProperty = "type",
    discriminatorMapping = {
      @DiscriminatorMapping(value = "paragraph", schema = ParagraphBlock.class),
      @DiscriminatorMapping(value = "heading", schema = HeadingBlock.class),
      @DiscriminatorMapping(value = "list", schema = ListBlock.class),
      @DiscriminatorMapping(value = "quote", schema = QuoteBlock.class),
      @DiscriminatorMapping(value = "image", schema = ImageBlock.class),
      @DiscriminatorMapping(value = "embed", schema = EmbedBlock.class),
      @DiscriminatorMapping(value = "video", schema = VideoBlock.class),
      @DiscriminatorMapping(value = "audio", schema = AudioBlock.class),
      @DiscriminatorMapping(value = "table", schema = TableBlock.class),
      @DiscriminatorMapping(value = "code", schema = CodeBlock.class),
      @DiscriminatorMapping(value = "separator", schema = SeparatorBlock.class)
    })
public sealed interface Block
    permits ParagraphBlock,
        HeadingBlock,
        ListBlock,
        QuoteBlock,
        ImageBlock,
        EmbedBlock,
        VideoBlock,
        AudioBlock,
        TableBlock,
        CodeBlock,
        SeparatorBlock {}
