import { buildRoom } from '../../../simulator';
import { byId } from '../editor/workflows';
import { once, step, type Story } from './story';

const sale = byId('summer-sale');
const room1 = byId('room1');

export const liveRoomStories: Story[] = [
	{
		name: 'opens a room for a sale, runs it, hands it over, and closes it',
		steps: [
			step('Open', 'liveRoom.create', {
				newRoomId: 'summer-sale',
				roomName: 'Summer sale',
				options: { ownerAccount: 'alice' },
			}),
			step('Notice', 'liveRoom.update', {
				roomId: byId('={{ $json.RoomId }}'),
				updateFields: { notice: 'The draw is at eight' },
			}),
			step('Welcome', 'liveRoom.sendText', {
				roomId: sale,
				senderAccount: 'alice',
				text: 'Welcome',
			}),
			step('Start the clock', 'liveRoom.sendCustom', {
				roomId: sale,
				senderAccount: 'alice',
				businessId: 'countdown',
				data: '{"seconds": 60}',
			}),
			step('Helpers', 'liveRoom.addRobots', { roomId: sale, userIds: 'bob, carol' }),
			step('Figures', 'liveRoom.getStatistics', { roomId: sale }),
			step('Hand over', 'liveRoom.changeOwner', { roomId: sale, newOwnerAccount: 'dave' }),
			step('Look', 'liveRoom.get', { roomId: sale }),
			step('Who helps', 'liveRoom.getRobots', { roomId: sale }),
			step('Close', 'liveRoom.delete', { roomId: sale }, once),
		],
		check(end) {
			expect(end.seen('summer-sale')[0]).toBe('Welcome');
			expect(end.seen('summer-sale')).toHaveLength(2);
			expect(end.calls('live_engine_http_srv/send_custom_msg')).toMatchObject([
				{ errorCode: 0, body: { BusinessId: 'countdown', Data: '{"seconds": 60}' } },
			]);
			expect(end.json('Figures')).toMatchObject([{ RoomId: 'summer-sale', TotalMsgCount: 2 }]);
			expect(end.json('Look')).toMatchObject([
				{ RoomName: 'Summer sale', Notice: 'The draw is at eight', Owner_Account: 'dave' },
			]);
			expect(end.json('Who helps')).toEqual([
				{ Member_Account: 'bob' },
				{ Member_Account: 'carol' },
			]);
			expect(end.json('Close')).toMatchObject([{ RoomId: 'summer-sale' }]);
			expect(end.world.rooms.has('summer-sale')).toBe(false);
		},
	},
	{
		name: 'bans a viewer, finds them among those who are banned, and lets them in again',
		steps: [
			step('Ban', 'liveRoom.ban', {
				roomId: room1,
				userIds: 'bob',
				duration: 3600,
				options: { reason: 'Spam' },
			}),
			step('Banned', 'liveRoom.getBanned', { roomId: room1, returnAll: true }),
			step('Let in', 'liveRoom.unban', {
				roomId: room1,
				userIds: '={{ $json.Member_Account }}',
			}),
			step('Still banned', 'liveRoom.getBanned', { roomId: room1, returnAll: true }),
		],
		check(end) {
			expect(end.json('Banned')).toMatchObject([{ Member_Account: 'bob', Reason: 'Spam' }]);
			expect(end.json('Let in')).toMatchObject([{ MemberList_Account: ['bob'] }]);
			expect(end.json('Still banned')).toEqual([]);
			expect(end.world.rooms.get('room1')?.members.has('bob')).toBe(false);
		},
	},
	{
		name: 'mutes two viewers, lets all who are muted write again, and tells the admins',
		steps: [
			step('Mute', 'liveRoom.mute', { roomId: room1, userIds: 'bob, carol', muteTime: 600 }),
			step('Muted', 'liveRoom.getMuted', { roomId: room1 }),
			step('Unmute', 'liveRoom.unmute', {
				roomId: room1,
				userIds: '={{ $json.Member_Account }}',
			}),
			step('Admins', 'liveRoom.getAdmins', { roomId: room1 }, once),
			step('Tell', 'directMessage.send', {
				toAccount: '={{ $json.Member_Account }}',
				text: 'Everybody may write again',
			}),
		],
		check(end) {
			expect(end.json('Muted').map(({ Member_Account }) => Member_Account)).toEqual([
				'bob',
				'carol',
			]);
			expect(end.pairs('Unmute')).toEqual([0, 1]);
			expect(end.world.rooms.get('room1')?.muted.size).toBe(0);
			expect(end.seen('erin')).toEqual(['Everybody may write again']);
		},
	},
	{
		name: 'appoints a helper, dismisses another, and takes its robots home',
		before({ rooms }) {
			rooms.get('room1')?.robots.add('alice');
		},
		steps: [
			step('Appoint', 'liveRoom.addAdmins', { roomId: room1, userIds: 'carol' }),
			step('Dismiss', 'liveRoom.removeAdmins', { roomId: room1, userIds: 'erin' }),
			step('Robots', 'liveRoom.getRobots', { roomId: room1 }),
			step('Home', 'liveRoom.removeRobots', {
				roomId: room1,
				userIds: '={{ $json.Member_Account }}',
			}),
			step('Layout', 'liveRoom.restoreLayout', { roomId: room1 }),
		],
		check(end) {
			expect(end.world.rooms.get('room1')?.admins).toEqual(['carol']);
			expect(end.world.rooms.get('room1')?.robots.size).toBe(0);
			expect(end.calls('live_engine_http_srv/resume_mcu_task')).toMatchObject([{ errorCode: 0 }]);
		},
	},
	{
		name: 'keeps data of its own with a room',
		steps: [
			step('Keep', 'liveRoom.setMetadata', {
				roomId: room1,
				metadata: {
					entry: [
						{ key: 'topic', value: 'Spring sale' },
						{ key: 'code', value: 'SPRING' },
					],
				},
			}),
			step('Forget the code', 'liveRoom.deleteMetadata', { roomId: room1, keys: 'code' }),
			step('Kept', 'liveRoom.getMetadata', { roomId: room1 }),
		],
		check(end) {
			expect(end.json('Kept')).toEqual([{ RoomId: 'room1', Metadata: { topic: 'Spring sale' } }]);
		},
	},
	{
		name: 'lists all rooms over several pages, those with the most views first',
		before({ rooms }) {
			for (let number = 1; number <= 45; number++) {
				const roomId = `room-of-${number}-views`;
				rooms.set(roomId, buildRoom({ roomId, live: true, viewCount: number * 1000 }));
			}
		},
		steps: [step('Rooms', 'liveRoom.getMany', { returnAll: true })],
		check(end) {
			const ids = end.json('Rooms').map(({ RoomId }) => RoomId);
			expect(ids.slice(0, 45)).toEqual(
				Array.from({ length: 45 }, (_unused, index) => `room-of-${45 - index}-views`),
			);
			expect(ids.slice(45)).toEqual(['room1', 'town-hall', 'quiet-room']);
			expect(end.calls('live_engine_http_srv/get_room_list')).toHaveLength(3);
		},
	},
];
