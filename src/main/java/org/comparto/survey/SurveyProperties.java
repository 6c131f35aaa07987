package org.comparto.survey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How companies are asked.
 *
 * @param remindEvery how long a survey waits for its answer before the company is reminded
 * @param reminders how often at most
 * @param retentionMonths drafts and names of who answered are forgotten after so many months
 */
@ConfigurationProperties("comparto.surveys")
record SurveyProperties(@DefaultValue("14d") Duration remindEvery, @DefaultValue("2") int reminders, @DefaultValue("24") int retentionMonths) {}
