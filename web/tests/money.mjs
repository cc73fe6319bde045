// Invented transactions of invented people: a payment that goes through two firms' accounts to an
// exchange, and on over a chain.

export const VICTIM = "110222206";
export const BANK = `date,account,counterparty,counterparty name,counterparty bank,debit,credit,currency,reference
2026-11-03T10:14:00+09:00,110222206,110220417,Mirae Trade Service (invented),HANBKRSE,48000000,,KRW,E1
2026-11-03T10:31:00+09:00,110220417,110220425,Mirae Trade Service (invented),HANBKRSE,30000000,,KRW,E2
2026-11-03T10:40:00+09:00,880001,110220425,Mirae Trade Service (invented),HANBKRSE,5000000,,KRW,E3
2026-11-03T10:52:00+09:00,110220417,55507731,Han Do-gyeom (invented),NAMSKRSE,17500000,,KRW,E4
2026-11-03T11:20:00+09:00,110220425,88210,Duru Exchange (invented),DURUKRSE,29600000,,KRW,E5
2026-11-03T13:05:00+09:00,55507731,10205180,Han Do-gyeom (invented),TONLKHPP,17160000,,KRW,E6
2026-11-03T15:40:00+09:00,10205180,990077,,TONLKHPP,5720000,,KRW,E7
`;
export const CHAIN = `date,from,to,amount,currency,reference
2026-11-03T02:48:00Z,88210,TQ4finventedwXe,20000.000000,USDT,X1
2026-11-03T03:10:00Z,TQ4finventedwXe,TVk2inventedh7Ra,12000.000000,USDT,X2
`;
