import { byId } from '../editor/workflows';
import { once, step, type Story } from './story';

const room1 = byId('room1');

export const seatStories: Story[] = [
	{
		name: 'brings a viewer on stage, gives them a better seat, and closes the one that is left',
		steps: [
			step('On stage', 'seat.pickUser', { roomId: room1, userId: 'alice', seatIndex: 2 }),
			step('Move up', 'seat.moveUser', {
				roomId: room1,
				userId: '={{ $json.Member_Account }}',
				seatIndex: 1,
			}),
			step('Seats', 'seat.getMany', { roomId: room1, returnAll: true }),
			step(
				'Thank you',
				'seat.kickUser',
				{ roomId: room1, userId: 'alice', data: 'Thank you' },
				once,
			),
			step('Close', 'seat.lock', { roomId: room1, seatIndex: 2 }),
		],
		check(end) {
			const taken = end.json('Seats').filter(({ Member_Account }) => Member_Account !== '');
			expect(end.json('Seats')).toHaveLength(9);
			expect(taken).toMatchObject([{ Index: 1, Member_Account: 'alice' }]);
			expect(end.json('Close')).toMatchObject([{ RoomId: 'room1', Index: 2, ForbidTaken: true }]);
			const seats = end.world.rooms.get('room1')?.seats ?? [];
			expect(seats[2]).toMatchObject({ isTakenDisabled: true });
			expect(seats.filter(({ member }) => member !== undefined)).toEqual([]);
		},
	},
];
