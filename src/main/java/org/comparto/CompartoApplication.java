package org.comparto;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts Comparto. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Comparto")
public class CompartoApplication {

  public static void main(String[] args) {
    SpringApplication.run(CompartoApplication.class, args);
  }
}
