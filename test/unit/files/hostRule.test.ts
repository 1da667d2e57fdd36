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
		['https://localhost/a', 'private network'],
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
});
