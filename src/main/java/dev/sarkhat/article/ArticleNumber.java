package dev.sarkhat.article;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.annotations.IdGeneratorType;

/** Marks the number of an article, which is given by {@link ArticleNumbers}. */
@IdGeneratorType(ArticleNumbers.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface ArticleNumber {}
