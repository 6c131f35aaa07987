package org.comparto.district;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A network of firms; null is what is not known.
 *
 * @param kind of {@link NetworkKind}
 * @param registerNumber of the contract in the register of companies
 * @param isPublic whether others than the desk see it
 * @param members who belong to it today; for the public those who let themselves be named, and whole multiples of k of the others
 * @param version its ETag
 */
record Network(long id, String territory, String name, String kind, @Nullable String productionChain, @Nullable String registerNumber, @Nullable LocalDate registerDate,
    @Nullable String purposeIt, @Nullable String purposeEn, @Nullable String brand, @Nullable String website, @Nullable String source, boolean isPublic,
    boolean demonstration, int version, OffsetDateTime updatedAt, int members) {}
