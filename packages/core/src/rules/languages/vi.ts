import { defineRules } from '../../rule.js';
import {
  GAP,
  HIDE_FROM_USER,
  NO_LIMITS,
  OVERRIDE,
  pattern,
  REVEAL,
  SHORT,
  source,
  TAIL,
  TINY,
  unlessQuoted,
  without,
  words,
} from './shared.js';

// Written with its tone marks; folding drops them on both sides, so texts typed without them match too.
const DROP = source`
  \b(?<!đừng\s|không\s)(?:bỏ\squa|phớt\slờ|quên(?=\s(?:đi|hết|tất|mọi|các|những|toàn|hướng|chỉ|quy|sạch))|lờ\sđi
  |làm\sngơ|mặc\skệ|gạt\sbỏ|gạt\ssang|vô\shiệu\shóa|phá\sbỏ|vi\sphạm|vượt\squa)\b|\b(?:đừng|không\scần|không)\s(?:tuân
  |làm\stheo|nghe\stheo)
`;
const PRIOR = source`
  \b(?:trước\s?(?:đó|đây|giờ)?|ở\strên|bên\strên|phía\strên|ban\sđầu|cũ|nêu\strên|từ\strước|đã\scho|được\scho
  |previous)\b
`;
const RULES = source`
  \b(?:hướng\sdẫn|chỉ\sdẫn|chỉ\sthị|quy\stắc|quy\sđịnh|luật\slệ|mệnh\slệnh|câu\slệnh|giới\shạn|hạn\schế|prompt
  |nguyên\stắc|instructions?)\b
`;
const NO_RULES = source`
  (?:giới\shạn|hạn\schế|quy\stắc|luật\slệ|kiểm\sduyệt|bộ\slọc|đạo\sđức|ràng\sbuộc|nguyên\stắc|cấm\skỵ)
`;
const SHOW = source`
  \b(?:hiển\sthị|in\sra|cho\s(?:tôi|tao|mình)\s(?:xem|biết)|tiết\slộ|viết\s(?:ra|lại)|lặp\slại|sao\schép|trích\s(?:dẫn
  |nguyên)|dịch|liệt\skê|đọc\s(?:ra|lại)|gửi|xuất|nói|là\sgì)
`;
const SYSTEM_PROMPT = source`
  (?:system\sprompt|(?:prompt|lời\snhắc|câu\snhắc|chỉ\sdẫn|hướng\sdẫn|chỉ\sthị)\s(?:của\s)?hệ\sthống|(?:chỉ\sdẫn
  |hướng\sdẫn|chỉ\sthị|quy\stắc|prompt)\s(?:ẩn|bí\smật|nội\sbộ|ban\sđầu|gốc)|(?:chỉ\sdẫn|hướng\sdẫn|chỉ\sthị|prompt
  |quy\stắc)\scủa\s(?:bạn|mày))
`;

const dropWords = words`
  bỏ qua, phớt lờ, quên đi, quên hết, quên tất, quên mọi, quên các, quên những, quên toàn, quên hướng, quên chỉ,
  quên quy, quên sạch, lờ đi, làm ngơ, mặc kệ, gạt bỏ, gạt sang, vô hiệu hóa, phá bỏ, vi phạm, vượt qua, tuân theo,
  tuân thủ, làm theo, nghe theo
`;
const ruleWords = words`
  hướng dẫn, chỉ dẫn, chỉ thị, quy tắc, quy định, luật lệ, mệnh lệnh, câu lệnh, giới hạn, hạn chế, prompt, nguyên tắc,
  instruction
`;

export const viRules = defineRules([
  {
    id: 'vi/override-previous',
    ...OVERRIDE,
    ...unlessQuoted(0.85),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`(?:${DROP})${GAP}${RULES}${SHORT}${PRIOR}${TAIL}`,
    // People take back what they themselves said or sent in the same words.
    validate: without(/\bcua\s(?:chu|toi|minh|em)|\b(?:chung\stoi|khi|nguoi|se|neu|da\sbo)\b/iu),
  },
  {
    id: 'vi/override-rules',
    ...OVERRIDE,
    ...unlessQuoted(0.8),
    keywords: dropWords,
    near: ruleWords,
    pattern: pattern`
      (?:${DROP})\s(?:đi\s|hết\s)?(?:(?:mọi|tất\scả|toàn\sbộ|hết)\s(?:các\s|những\s)?${RULES}\s?(?:của\s(?:bạn|mày
      |công)|mà|và|đi|được|nói\scho|[.,!:])|(?:các\s|những\s)?${RULES}\s(?:của\s(?:bạn|mày)|mà\s(?:bạn|mày)
      |nói\scho\sbạn|đi\b))
    `,
    validate: without(/\b(?:giao\sthong|tro\schoi|cua\s(?:toi|minh|em))\b/iu),
  },
  {
    id: 'vi/override-told',
    ...OVERRIDE,
    ...unlessQuoted(0.7),
    keywords: dropWords,
    near: words`
      được bảo, đã bảo, được dạy, đã dạy, được nói, được dặn, đã dặn, được yêu cầu, được lệnh, văn bản trên,
      nội dung trên
    `,
    pattern: pattern`
      (?:${DROP})${SHORT}\b(?:những\sgì|mọi\sthứ|tất\scả|điều)\s${TINY}(?:bạn|mày|họ|ai)\s(?:đã\s)?(?:được\s
      |từng\s)?(?:bảo|dạy|nói|dặn|yêu\scầu|lệnh)\b${TAIL}|(?:${DROP})${TINY}(?:văn\sbản|nội\sdung)\s(?:ở\s
      |phía\s)?trên\svà
    `,
    validate: without(/\b(?:ve)\s/iu),
  },
  {
    id: 'vi/no-limits',
    ...NO_LIMITS,
    keywords: words`
      không có giới hạn, không giới hạn, không bị giới hạn, không có quy tắc, không có luật lệ, không kiểm duyệt,
      không bị kiểm duyệt, không có hạn chế, không bị hạn chế, không bộ lọc, không có bộ lọc, không có đạo đức,
      không bị ràng buộc
    `,
    near: words`bạn là, mày là, bạn sẽ, đóng vai, giả vờ, ai, trợ lý, mô hình, chatbot, từ giờ, từ bây giờ, trả lời`,
    pattern: pattern`
      \b(?:(?:bạn|mày)\s(?:là|sẽ|đang)|đóng\svai|giả\svờ|từ\s(?:giờ|bây\sgiờ)|trả\slời
      |hành\sđộng)\b${GAP}\bkhông\s(?:có\s|bị\s|còn\s)?(?:bất\skỳ\s)?${NO_RULES}
    `,
    validate: without(/\b(?:thoi\sgian|toc\sdo|dung\sluong|do\stuoi|data)\b/iu),
  },
  {
    id: 'vi/reveal-prompt',
    ...REVEAL,
    ...unlessQuoted(0.8),
    keywords: words`
      system prompt, prompt hệ thống, lời nhắc hệ thống, chỉ dẫn hệ thống, hướng dẫn hệ thống, chỉ thị hệ thống,
      hướng dẫn của hệ thống, chỉ dẫn ẩn, hướng dẫn ẩn, hướng dẫn bí mật, chỉ dẫn bí mật, chỉ thị bí mật,
      hướng dẫn nội bộ, chỉ dẫn nội bộ, quy tắc nội bộ, chỉ dẫn ban đầu, hướng dẫn ban đầu, prompt ẩn, prompt gốc,
      chỉ dẫn của bạn, hướng dẫn của bạn, chỉ thị của bạn, prompt của bạn
    `,
    pattern: pattern`
      (?<!đừng\s|không\s)${SHOW}${GAP}${SYSTEM_PROMPT}${TAIL}|(?:prompt\shệ\sthống|system\sprompt)\scủa\s(?:bạn
      |mày)\slà
    `,
    validate: without(/\b(?:dung|khong|cho\smot|an\stoan)\b|huong\sdan\scua\sban\sve/iu),
  },
  {
    id: 'vi/hide-from-user',
    ...HIDE_FROM_USER,
    keywords: words`người dùng, người nhận, chủ tài khoản`,
    near: words`
      đừng nói, đừng cho, không cho, không được nói, đừng báo, không thông báo, không nhắc, đừng tiết lộ, mà không,
      đừng nhắc
    `,
    pattern: pattern`
      \b(?:đừng|không\sđược|không)\s(?:nói|báo|thông\sbáo|cho|nhắc|tiết\slộ|hiển\sthị)\s${SHORT}(?:người\sdùng
      |người\snhận|chủ\stài\skhoản)(?:\s(?:biết|thấy|về|rằng)|[.,!])|\bmà\skhông\s(?:cho|để
      |báo)\s${TINY}(?:người\sdùng|người\snhận)\sbiết
    `,
  },
]);
