import { refusalOfAddress } from '../../../nodes/TencentChatDesk/delivery/files/hostRule';

const own = 'http://127.0.0.1:8765';
const refusal = (address: string) => refusalOfAddress(address, own);

describe('the address of a file that is to be loaded', () => {
	it.each([
		'https://cos.ap-shanghai.myqcloud.com/0345-1400000001/a.png?imageMogr2/x',
		'https://8.8.8.8/a.png',
		'https://172.32.0.1/a',
		'https://files.example.com./a',
		`${own}/im-files-1250000001/a.png`,
	])('may be %s', (address) => {
		expect(refusal(address)).toBeUndefined();
	});

	it.each([
		['http://files.example.com/a.png', 'does not begin with https://'],
		['ftp://files.example.com/a.png', 'does not begin with https://'],
		['file:///etc/passwd', 'does not begin with https://'],
		['data:image/png;base64,AA', 'does not begin with https://'],
		['photo.png', 'no web address'],
		['', 'no web address'],
		['https://user:word@files.example.com/a', 'holds a user name'],
		['https://user@files.example.com/a', 'holds a user name'],
		['https://:word@files.example.com/a', 'holds a user name'],
		['https://localhost/a', 'private network'],
		['https://n8n.local./a', 'private network'],
		['https://n8n.local/a', 'private network'],
		['https://metadata.google.internal/a', 'private network'],
		['https://database/a', 'private network'],
		['https://10.1.2.3/a', 'private network'],
		['https://127.0.0.1:8443/a', 'private network'],
		['https://0x7f.1/a', 'private network'],
		['https://2130706433/a', 'private network'],
		['https://169.254.169.254/latest/meta-data', 'private network'],
		['https://172.16.0.1/a', 'private network'],
		['https://192.168.1.1/a', 'private network'],
		['https://100.100.100.200/a', 'private network'],
		['https://224.0.0.1/a', 'private network'],
		['https://255.255.255.255/a', 'private network'],
		['https://[::1]/a', 'private network'],
		['https://[::ffff:10.0.0.1]/a', 'private network'],
		['http://127.0.0.1:8766/a', 'does not begin with https://'],
	])('is refused where it is %s', (address, says) => {
		expect(refusal(address)).toContain(says);
	});

	it.each([
		['0.0.0.0', '0.255.255.255', undefined, '1.0.0.0'],
		['10.0.0.0', '10.255.255.255', '9.255.255.255', '11.0.0.0'],
		['100.64.0.0', '100.127.255.255', '100.63.255.255', '100.128.0.0'],
		['127.0.0.0', '127.255.255.255', '126.255.255.255', '128.0.0.0'],
		['169.254.0.0', '169.254.255.255', '169.253.255.255', '169.255.0.0'],
		['172.16.0.0', '172.31.255.255', '172.15.255.255', '172.32.0.0'],
		['192.0.0.0', '192.0.0.255', '191.255.255.255', '192.0.1.0'],
		['192.0.2.0', '192.0.2.255', '192.0.1.255', '192.0.3.0'],
		['192.168.0.0', '192.168.255.255', '192.167.255.255', '192.169.0.0'],
		['198.18.0.0', '198.19.255.255', '198.17.255.255', '198.20.0.0'],
		['198.51.100.0', '198.51.100.255', '198.51.99.255', '198.51.101.0'],
		['203.0.113.0', '203.0.113.255', '203.0.112.255', '203.0.114.0'],
		['224.0.0.0', '255.255.255.255', '223.255.255.255', undefined],
	])('is refused from %s to %s and no further', (first, last, before, after) => {
		for (const host of [first, last]) expect(refusal(`https://${host}/a`)).toContain('private');
		for (const host of [before, after]) {
			if (host !== undefined) expect(refusal(`https://${host}/a`)).toBeUndefined();
		}
	});

	it('may be a name that holds the numbers of an address', () => {
		expect(refusal('https://10.0.0.1.example.com/a')).toBeUndefined();
		expect(refusal('https://files.10.example.com/a')).toBeUndefined();
	});
});
