/**
 * Versions of the node, the newest last. A workflow keeps the one with which a node was added, so that
 * what its panel stands at goes on to mean the same. 1.1: pushes begin with the Push service.
 */
export const nodeVersions = [1, 1.1];
