/** Groups, hosts, days and slots as numbers, and the search for who goes where; knows no documents, roads or Spring. */
@NullMarked
package org.comparto.campaign.matching;

import org.jspecify.annotations.NullMarked;
