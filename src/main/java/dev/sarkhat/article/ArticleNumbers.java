package dev.sarkhat.article;

import java.util.Properties;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.id.enhanced.SequenceStyleGenerator;

/**
 * Gives articles their numbers: the one that an import brings, so that a newsroom that moves keeps
 * its news codes, or else the next of the sequence. None are drawn in advance, for a number that a
 * process held back could be one that an import brings.
 */
public class ArticleNumbers extends SequenceStyleGenerator {

  private static final long serialVersionUID = 1;

  @Override
  public void configure(GeneratorCreationContext creation, Properties parameters) {
    parameters.setProperty(SEQUENCE_PARAM, "article_seq");
    parameters.setProperty(INCREMENT_PARAM, "1");
    super.configure(creation, parameters);
  }

  @Override
  public Object generate(SharedSessionContractImplementor session, Object entity) {
    Long given = ((Article) entity).givenNumber();
    return given == null ? super.generate(session, entity) : given;
  }
}
