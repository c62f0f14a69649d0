# Personal data: the words that give it away. For masking only; understanding does not read them.
number-cue: id number; id card; identity card; passport; card number; bank card; account number; phone; mobile; cell; telephone; call me; text me; reach me; tel; whatsapp; contact number; my number
account-cue: wechat; wechat id; wechat is; wechat id is; qq; e-mail; email
english-road: road; rd; street; st; avenue; ave; lane; alley; boulevard; drive; highway; lu; jie
english-room: room; unit; building; apartment; apt; flat; block; floor
english-number: no.; no; number; house
english-address-cue: live at; living at; address is; address:; my address; live on; lives at; reside at; stay at; residing at; home is at; located at
english-name-cue: my name is; my name's; name is; name's; i am called; i'm called; is called; called; named; his name is; her name is; full name; name:; this is; i am; i'm
english-name-never: the; a; an; not; and; in; on; at; to; of; for; from; it; what; this; that; there; here; my; his; her; our; their; your; out; off; up; police; ambulance; mr; mrs; also; only; just; but; or; so; is; are; was; has; have; had; new; looking; living; trying; going; worried; single; migrant; pregnant; asking; calling; writing; working; unable; sorry; sure; afraid; very; still; now; about; by; with; who; which; because; can; please; called; no; an; back; under; over; chinese; qingdao; changchun; heze; chaoyang; beijing; shanghai; china; shandong; jilin; liaoning; i; we; he; she; urgent; correct; wrong; right; true; false; different; same; missing; unknown; kindergarten; school; mother; father; parent
