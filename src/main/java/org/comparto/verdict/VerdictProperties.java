package org.comparto.verdict;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long verdicts are kept.
 *
 * @param retention a verdict to which nothing refers is forgotten when nobody has asked for it so long
 */
@ConfigurationProperties("comparto.verdicts")
record VerdictProperties(@DefaultValue("365d") Duration retention) {}
