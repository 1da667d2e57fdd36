import type { Behaviour } from '../../simulator';
import type { Scenario } from '../figures';
import type { Peer } from '../peers';

/** What every call costs on its way to the simulator and back. */
export const latencyMs = 50;
/** A call costs three of these over TLS: TCP, handshake, request. */
export const roundTripMs = 180;
/** The documented limit of sendmsg, in calls per second. */
export const limit = 200;
/** Messages for peers that would take minutes; their rate is the same for few and for many. */
export const slowPeerMessages = 500;
/** This node's setting where the limit is lifted: more than any n8n can send. */
export const unlimited = 100_000;

/** Whom a scenario compares, and how the simulator behaves in it. */
export interface Plan {
	scenario: Scenario;
	peers: Peer[];
	behaviour: Partial<Behaviour>;
	/** What this node is set to. */
	perSecond: number;
}

const limited = (rateCounting: Behaviour['rateCounting'], peers: Peer[]): Plan => ({
	scenario: rateCounting,
	peers,
	behaviour: { latencyMs: latencyMs, rateLimit: limit, rateCounting },
	perSecond: limit,
});

const everyone: Peer[] = ['own', 'http', 'httpBatched', 'sequential'];

export const plans: Plan[] = [
	limited('fixedSecond', everyone),
	limited('slidingSecond', ['own']),
	limited('bucket', ['own']),
	{
		scenario: 'lifted',
		peers: everyone,
		behaviour: { latencyMs: latencyMs, rateLimit: null },
		perSecond: unlimited,
	},
	// Over TLS the delay is made on the line.
	{
		scenario: 'tlsLifted',
		peers: ['own'],
		behaviour: { latencyMs: 0, rateLimit: null },
		perSecond: unlimited,
	},
	{
		scenario: 'tls',
		peers: ['own'],
		behaviour: { latencyMs: 0, rateLimit: limit, rateCounting: 'fixedSecond' },
		perSecond: limit,
	},
];
