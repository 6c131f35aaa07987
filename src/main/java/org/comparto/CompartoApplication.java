package org.comparto;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/** Starts Comparto. */
@SpringBootApplication(
    exclude = UserDetailsServiceAutoConfiguration.class, // nobody logs in with a generated password
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // a module names its classes without asking the others
@ConfigurationPropertiesScan
@Modulithic(systemName = "Comparto")
public class CompartoApplication {

  public static void main(String[] args) {
    SpringApplication.run(CompartoApplication.class, args);
  }
}
