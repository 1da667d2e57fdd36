/** Names that mean a machine of one's own network, whatever it resolves to. */
const ownNames = /(^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa)$/i;

/** First addresses of networks that nobody reaches from outside, with their length (RFC 6890). */
const ownNetworks: ReadonlyArray<readonly [first: string, bits: number]> = [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.0.2.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['198.51.100.0', 24],
	['203.0.113.0', 24],
	['224.0.0.0', 3],
];

/** An IPv4 address as a number; undefined for anything else. URL has made one form of all others. */
function ipv4(host: string): number | undefined {
	if (!/^\d+(\.\d+){3}$/.test(host)) return undefined;
	return host.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

const isInside = (address: number, first: string, bits: number) =>
	Math.floor(address / 2 ** (32 - bits)) === Math.floor(ipv4(first)! / 2 ** (32 - bits));

/**
 * Why a file is not loaded from an address; undefined where it may be. A customer chooses the address,
 * and must not make n8n look into the network it stands in.
 *
 * @param ownOrigin a host that the user of the credential named, which is trusted
 */
export function refusalOfAddress(address: string, ownOrigin: string): string | undefined {
	if (!URL.canParse(address)) return 'The message gives no web address';
	const url = new URL(address);
	if (`${url.protocol}//${url.host}` === ownOrigin) return undefined;
	if (url.protocol !== 'https:') return 'The address does not begin with https://';
	if (url.username !== '' || url.password !== '') return 'The address holds a user name';
	const host = url.hostname.replace(/\.$/, '');
	// Files of Chat have names; an IPv6 address in their place is somebody else's.
	if (host.startsWith('[') || ownNames.test(host) || !host.includes('.')) {
		return 'The address leads into a private network';
	}
	const number = ipv4(host);
	const isOwn =
		number !== undefined && ownNetworks.some(([first, bits]) => isInside(number, first, bits));
	return isOwn ? 'The address leads into a private network' : undefined;
}
