SELECT plot_id, neighbour_id, gap_m FROM plot_adjacency
