"""Invented Vietnamese sentences about a school, put together from parts."""

import random

NATURE = ("Đồi Thông", "Suối Ngàn", "Bãi Lau", "Đầm Sen", "Núi Mây", "Rừng Quế", "Gò Trâm", "Bến Dừa", "Khe Lim")
COMMUNES = ("Suối Ngàn", "Bình Mẫu", "Tân Minh Họa", "Đông Mẫu", "An Mẫu", "Phú Minh Họa")
POSTS = ("Hiệu trưởng", "Phó Hiệu trưởng", "Văn thư", "Kế toán", "Tổ trưởng chuyên môn", "Tổng phụ trách Đội")
TITLES = (
    "Kế hoạch giáo dục của nhà trường năm học",
    "Biên bản họp hội đồng trường năm",
    "Báo cáo tổng kết phong trào thi đua năm",
    "Danh sách giáo viên tham gia bồi dưỡng năm",
    "Sổ theo dõi thiết bị dạy học năm",
    "Quyết định ban hành quy chế chi tiêu nội bộ năm",
    "Kết quả khảo sát ý kiến cha mẹ học sinh năm",
    "Hồ sơ kiểm tra an toàn bếp ăn bán trú năm",
)
WHO = ("Nhà trường", "Hội đồng trường", "Các tổ chuyên môn", "Ban đại diện cha mẹ học sinh", "Hiệu trưởng")
DID = (
    "đã rà soát, bổ sung và công khai kế hoạch giáo dục",
    "đã tổ chức lấy ý kiến của giáo viên, học sinh và cha mẹ học sinh",
    "phân công nhiệm vụ phù hợp với năng lực của từng thành viên",
    "theo dõi, đánh giá và điều chỉnh hoạt động dạy học theo định kỳ",
    "sửa chữa, bổ sung phòng học, thư viện và thiết bị dạy học",
    "thực hiện nghiêm túc quy định về an toàn trường học",
    "phối hợp với chính quyền địa phương để chăm lo cho học sinh khó khăn",
)
HOW = (
    "ngay từ đầu năm học, có biên bản và phân công cụ thể",
    "theo đúng tiến độ đã đề ra và được tập thể thống nhất",
    "bằng nguồn ngân sách được giao và nguồn hỗ trợ hợp pháp",
    "nhờ vậy tỉ lệ học sinh hoàn thành chương trình lớp học được giữ ổn định",
    "tuy nhiên một số nội dung còn chậm so với kế hoạch",
    "kết quả được báo cáo trước hội nghị viên chức và niêm yết tại bảng tin",
)


def sentence(pick: random.Random) -> str:
    """One sentence of about twenty-five words, without its full stop."""
    return f"{pick.choice(WHO)} {pick.choice(DID)}, {pick.choice(HOW)}"
