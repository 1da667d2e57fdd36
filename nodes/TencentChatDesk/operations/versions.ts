import type { INodeProperties } from 'n8n-workflow';
import { shownIn } from '../parameters/shownIn';

/**
 * Versions of the node, the newest last. A workflow keeps the one with which a node was added, so that
 * what its panel stands at goes on to mean the same. 1.1: pushes begin with the Push service. 1.2: what
 * most people fill in is in the main panel, and how calls are made is under "Delivery".
 */
export const nodeVersions = [1, 1.1, 1.2];

/** The version that has the panel of today. */
export const panelVersion = 1.2;

/** A control of nodes of this version and newer ones. */
export const shownSince = (first: number, property: INodeProperties): INodeProperties =>
	shownIn(
		nodeVersions.filter((version) => version >= first),
		property,
	);

/** A control of nodes that are older than this version. */
export const shownBefore = (first: number, property: INodeProperties): INodeProperties =>
	shownIn(
		nodeVersions.filter((version) => version < first),
		property,
	);
